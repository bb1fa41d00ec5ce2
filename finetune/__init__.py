"""askback.finetune."""

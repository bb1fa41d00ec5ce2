"""A chat model of the app's own: it says the line it is given a little more warmly."""

from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult


class ClassroomModel(BaseChatModel):
    """Stands for whatever model an app already has."""

    @property
    def _llm_type(self) -> str:
        return "classroom"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        line = str(messages[-1].content).removeprefix("Line: ").splitlines()[0]
        return ChatResult(generations=[ChatGeneration(message=AIMessage(f"Thanks for sharing. {line}"))])

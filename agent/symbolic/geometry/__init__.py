# ruff: noqa: E501  (the rows of the table are long)
"""Geometry: lengths, areas, volumes, angles, points.

What is given, by kind (see `symbolic/__init__.py` for how):

| kind | given |
| --- | --- |
| rectangle_area, rectangle_perimeter; rectangle_side | length, width, unit; area, side, unit |
| square_area, square_perimeter; square_side; cube_volume, cube_surface_area | side, unit; perimeter, unit; side, unit |
| triangle_area, parallelogram_area; triangle_perimeter | base, height, unit; first, second, third, unit |
| trapezoid_area | first_base, second_base, height, unit |
| circle_area, circle_circumference, each also + _from_diameter, and those + _with_given_pi | radius or diameter, (pi_value,) unit; without a given value pi stays exact |
| cuboid_volume, cuboid_surface_area; cylinder_volume, cone_volume; sphere_volume | length, width, height, unit; radius, height, unit; radius, unit |
| triangle_angle; complement, supplement; interior_angle_sum | first, second; angle; sides |
| hypotenuse; right_triangle_leg | first_leg, second_leg, unit; hypotenuse, leg, unit |
| angles_on_line, angles_around_point, quadrilateral_angle | angles (all but one) |
| isosceles_top_angle, isosceles_base_angle; vertically_opposite_angle; triangle_exterior_angle | base_angle, top_angle; angle; first, second |
| regular_interior_angle, regular_exterior_angle; sides_from_interior, sides_from_exterior | sides; angle |
| square_side_from_area, square_perimeter_from_area; cube_side_from_volume; square_area_from_perimeter | area; volume; perimeter; each with unit |
| rectangle_side_from_perimeter; triangle_height, parallelogram_height; cuboid_height | perimeter, side; area, base; volume, length, width; each with unit |
| regular_perimeter; distance_between_points, midpoint | sides, side, unit; x1, y1, x2, y2 (the midpoint is a pair) |
"""

from . import (
    angle_wordings,
    angles,
    coordinates,
    geometry,
    shapes,
    sides,
)

WORDINGS = (
    shapes,
    angle_wordings,
    sides,
    coordinates,
)
"""The modules whose `RULES` read a text, in the order in which they are asked."""
FAMILIES = (
    geometry,
    angles,
    sides,
    coordinates,
)
"""The modules with `KINDS`."""

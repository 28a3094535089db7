// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cabildo.geography.BoundaryImport.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import tools.jackson.databind.JsonNode;

/**
 * Looks at the shape of one feature.
 *
 * @param outline the municipality, or null when nobody knows it
 */
record ShapeCheck(@Nullable Geometry outline) {

    private static final double MOST_INSIDE = 0.98;
    private static final double HALF_INSIDE = 0.5;

    /** The shape, unless it can't be read, and what there is to say of it. */
    record Result(@Nullable Geometry shape, List<Problem> problems) {}

    Result check(JsonNode geometry, boolean within) {
        if (geometry.isMissingNode() || geometry.isNull()) {
            return new Result(null, List.of(Problem.warning("noShape")));
        }
        Geometry shape;
        try {
            shape = Shapes.read(geometry);
        } catch (IllegalArgumentException exception) {
            return new Result(null, List.of(unreadable(geometry, exception)));
        }
        List<Problem> problems = new ArrayList<>();
        Problem misplaced = misplaced(shape, within);
        if (misplaced != null) {
            problems.add(misplaced);
        } else {
            IsValidOp validity = new IsValidOp(shape);
            if (!validity.isValid()) {
                problems.add(invalid(validity.getValidationError()));
            } else if (within && outline != null) {
                outside(shape, problems);
            }
        }
        return new Result(shape, problems);
    }

    private static Problem unreadable(JsonNode geometry, IllegalArgumentException exception) {
        String type = geometry.path("type").asString("");
        return switch (String.valueOf(exception.getMessage())) {
            case "type" -> Problem.error("type", type.isEmpty() ? "?" : type);
            case "open" -> Problem.error("open");
            case "short" -> Problem.error("short");
            default -> Problem.error("position");
        };
    }

    /** Degrees go from -180 to 180 and from -90 to 90; metres of a projection don't. */
    private @Nullable Problem misplaced(Geometry shape, boolean within) {
        var box = shape.getEnvelopeInternal();
        boolean onEarth = box.getMinX() >= -180 && box.getMaxX() <= 180 && box.getMinY() >= -90 && box.getMaxY() <= 90;
        Coordinate middle = box.centre();
        if (outline != null && within) {
            boolean here = outline.getEnvelopeInternal().intersects(box);
            boolean turned = outline.getEnvelopeInternal().contains(middle.y, middle.x);
            if (!here && turned) {
                return Problem.error("swapped");
            }
        }
        boolean turnedOnEarth =
                box.getMinX() >= -90 && box.getMaxX() <= 90 && box.getMinY() >= -180 && box.getMaxY() <= 180;
        if (!onEarth) {
            return turnedOnEarth
                    ? Problem.error("swapped")
                    : Problem.error("projected", number(middle.x), number(middle.y));
        }
        return null;
    }

    private void outside(Geometry shape, List<Problem> problems) {
        double inside = shape.intersection(outline).getArea() / shape.getArea();
        if (inside < HALF_INSIDE) {
            problems.add(Problem.error("outside", percent(1 - inside)));
        } else if (inside < MOST_INSIDE) {
            problems.add(Problem.warning("partlyOutside", percent(1 - inside)));
        }
    }

    private static Problem invalid(TopologyValidationError error) {
        Coordinate where = error.getCoordinate();
        String key = switch (error.getErrorType()) {
            case TopologyValidationError.SELF_INTERSECTION, TopologyValidationError.RING_SELF_INTERSECTION ->
                "crossing";
            case TopologyValidationError.HOLE_OUTSIDE_SHELL, TopologyValidationError.NESTED_HOLES -> "hole";
            case TopologyValidationError.NESTED_SHELLS, TopologyValidationError.DUPLICATE_RINGS -> "nested";
            case TopologyValidationError.DISCONNECTED_INTERIOR -> "disconnected";
            default -> "invalid";
        };
        return where == null ? Problem.error("invalid", "", "") : Problem.error(key, number(where.y), number(where.x));
    }

    /** Degrees with a point, as maps on the web take them. */
    private static String number(double degrees) {
        return String.format(Locale.ROOT, "%.5f", degrees);
    }

    private static String percent(double share) {
        return Long.toString(Math.round(share * 100));
    }

    /** How much of the smaller of two areas both share. */
    static double shared(Geometry one, Geometry other) {
        if (!one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())) {
            return 0;
        }
        return one.intersection(other).getArea() / Math.min(one.getArea(), other.getArea());
    }
}

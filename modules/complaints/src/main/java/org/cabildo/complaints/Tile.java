// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import java.util.ArrayList;
import java.util.List;
import org.cabildo.geography.GeoPoint;

/**
 * A square of the map in Web Mercator, as tile servers number them. Its number interleaves the bits of its column and
 * row (Morton, 1966), so that the numbers of all tiles within a larger tile follow each other, and a box on the map is a
 * few ranges of numbers.
 */
public record Tile(int zoom, int x, int y) {

    /** The zoom at which places are kept: about two metres at the equator. */
    public static final int FINEST = 24;

    private static final double LIMIT = 85.05112878;
    private static final double METRES_PER_DEGREE = 111_320;

    /** Numbers from the first to the last, both included, at the finest zoom. */
    public record Range(long first, long last) {}

    public static Tile of(GeoPoint point, int zoom) {
        double size = 1L << zoom;
        double latitude = Math.toRadians(Math.clamp(point.latitude(), -LIMIT, LIMIT));
        double x = (point.longitude() + 180) / 360 * size;
        double y = (1 - Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI) / 2 * size;
        int most = (1 << zoom) - 1;
        return new Tile(zoom, Math.clamp((long) Math.floor(x), 0, most), Math.clamp((long) Math.floor(y), 0, most));
    }

    /** The number of a place at the finest zoom. */
    public static long cell(GeoPoint point) {
        return of(point, FINEST).number();
    }

    /** The tile with a number. */
    public static Tile of(long number, int zoom) {
        return new Tile(zoom, pick(number), pick(number >>> 1));
    }

    public long number() {
        return spread(x) | spread(y) << 1;
    }

    /** The larger tile that it lies in. */
    public static long above(long cell, int zoom) {
        return cell >>> 2 * (FINEST - zoom);
    }

    private static long spread(int value) {
        long bits = value;
        bits = (bits | bits << 16) & 0x0000FFFF0000FFFFL;
        bits = (bits | bits << 8) & 0x00FF00FF00FF00FFL;
        bits = (bits | bits << 4) & 0x0F0F0F0F0F0F0F0FL;
        bits = (bits | bits << 2) & 0x3333333333333333L;
        return (bits | bits << 1) & 0x5555555555555555L;
    }

    private static int pick(long value) {
        long bits = value & 0x5555555555555555L;
        bits = (bits | bits >>> 1) & 0x3333333333333333L;
        bits = (bits | bits >>> 2) & 0x0F0F0F0F0F0F0F0FL;
        bits = (bits | bits >>> 4) & 0x00FF00FF00FF00FFL;
        bits = (bits | bits >>> 8) & 0x0000FFFF0000FFFFL;
        return (int) ((bits | bits >>> 16) & 0xFFFFFFFFL);
    }

    /** The middle of the tile. */
    public GeoPoint middle() {
        double size = 1L << zoom;
        double longitude = (x + 0.5) / size * 360 - 180;
        double latitude = Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * (y + 0.5) / size))));
        return new GeoPoint(latitude, longitude);
    }

    /** A box on the map; what crosses the 180th meridian is not meant. */
    public record Box(double south, double west, double north, double east) {

        public Box {
            if (!(south <= north && west <= east && south >= -90 && north <= 90 && west >= -180 && east <= 180)) {
                throw new IllegalArgumentException("Not a box: " + south + ", " + west + ", " + north + ", " + east);
            }
        }

        /** The box around a circle. */
        public static Box around(GeoPoint middle, double metres) {
            double high = metres / METRES_PER_DEGREE;
            double wide = high / Math.max(0.01, Math.cos(Math.toRadians(middle.latitude())));
            return new Box(
                    Math.max(-90, middle.latitude() - high),
                    Math.max(-180, middle.longitude() - wide),
                    Math.min(90, middle.latitude() + high),
                    Math.min(180, middle.longitude() + wide));
        }

        public boolean holds(GeoPoint point) {
            return point.latitude() >= south
                    && point.latitude() <= north
                    && point.longitude() >= west
                    && point.longitude() <= east;
        }

        /** The tiles of a zoom that the box touches, from its north-western to its south-eastern corner. */
        Tile[] corners(int zoom) {
            return new Tile[] {of(new GeoPoint(north, west), zoom), of(new GeoPoint(south, east), zoom)};
        }

        /** The largest zoom at which the box touches at most so many tiles. */
        public int zoomFor(int tiles) {
            for (int zoom = FINEST; zoom > 0; zoom--) {
                Tile[] corners = corners(zoom);
                long wide = corners[1].x - (long) corners[0].x + 1;
                long high = corners[1].y - (long) corners[0].y + 1;
                if (wide * high <= tiles) {
                    return zoom;
                }
            }
            return 0;
        }

        /** Ranges of numbers at the finest zoom that hold every place of the box, and a little around it. */
        public List<Range> ranges() {
            int zoom = zoomFor(16);
            Tile[] corners = corners(zoom);
            List<Long> numbers = new ArrayList<>();
            for (int x = corners[0].x; x <= corners[1].x; x++) {
                for (int y = corners[0].y; y <= corners[1].y; y++) {
                    numbers.add(new Tile(zoom, x, y).number());
                }
            }
            numbers.sort(Long::compare);
            int shift = 2 * (FINEST - zoom);
            List<Range> ranges = new ArrayList<>();
            for (long number : numbers) {
                Range last = ranges.isEmpty() ? null : ranges.getLast();
                long first = number << shift;
                long end = (number + 1 << shift) - 1;
                if (last != null && last.last + 1 == first) {
                    ranges.set(ranges.size() - 1, new Range(last.first, end));
                } else {
                    ranges.add(new Range(first, end));
                }
            }
            return ranges;
        }
    }

    /** Metres between two places, as the crow flies; good to a few in a thousand within a city. */
    public static double metres(GeoPoint one, GeoPoint other) {
        double high = (one.latitude() - other.latitude()) * METRES_PER_DEGREE;
        double wide = (one.longitude() - other.longitude())
                * METRES_PER_DEGREE
                * Math.cos(Math.toRadians((one.latitude() + other.latitude()) / 2));
        return Math.hypot(high, wide);
    }
}

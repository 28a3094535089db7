// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.colour;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.cabildo.tenancy.theme.colour.LogoColours.Patch;

/** The colours of a picture made of pixels, counted on a grid and rounded to five bits a channel. */
final class PixelPatches {

    private static final int GRID = 240;
    private static final int OPAQUE = 160;

    private PixelPatches() {}

    static List<Patch> of(byte[] picture) {
        return of(read(picture));
    }

    static List<Patch> of(BufferedImage image) {
        int step = Math.max(1, Math.max(image.getWidth(), image.getHeight()) / GRID);
        Map<Integer, long[]> sums = new TreeMap<>();
        for (int y = step / 2; y < image.getHeight(); y += step) {
            for (int x = step / 2; x < image.getWidth(); x += step) {
                count(image.getRGB(x, y), sums);
            }
        }
        return sums.values().stream().map(PixelPatches::patch).toList();
    }

    private static BufferedImage read(byte[] picture) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
            return image == null ? new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB) : image;
        } catch (IOException exception) {
            throw new java.io.UncheckedIOException("Cannot decode a checked picture", exception);
        }
    }

    private static void count(int argb, Map<Integer, long[]> sums) {
        if (argb >>> 24 < OPAQUE) {
            return;
        }
        int red = argb >> 16 & 255;
        int green = argb >> 8 & 255;
        int blue = argb & 255;
        long[] sum = sums.computeIfAbsent(red >> 3 << 10 | green >> 3 << 5 | blue >> 3, key -> new long[4]);
        sum[0] += red;
        sum[1] += green;
        sum[2] += blue;
        sum[3]++;
    }

    private static Patch patch(long[] sum) {
        double scale = 255.0 * sum[3];
        return new Patch(new Colour(sum[0] / scale, sum[1] / scale, sum[2] / scale), sum[3]);
    }
}

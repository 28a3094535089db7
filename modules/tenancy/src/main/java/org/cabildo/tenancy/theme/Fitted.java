// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture of pixels scaled down to a side, as PNG or, for photographs without transparency, as JPEG. */
record Fitted(String extension, byte[] content) {

    private static final float QUALITY = 0.8f;

    static Fitted of(byte[] picture, int side, boolean photograph) {
        try {
            BufferedImage image = scaled(ImageIO.read(new ByteArrayInputStream(picture)), side);
            boolean jpeg = photograph && !image.getColorModel().hasAlpha();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (jpeg) {
                jpeg(image, out);
            } else {
                ImageIO.write(image, "png", out);
            }
            return new Fitted(jpeg ? "jpg" : "png", out.toByteArray());
        } catch (IOException exception) {
            throw new UncheckedIOException("Cannot scale a checked picture", exception);
        }
    }

    /** Halves until one step remains, which keeps edges clean. */
    private static BufferedImage scaled(BufferedImage image, int side) {
        BufferedImage current = image;
        double factor = (double) side / Math.max(image.getWidth(), image.getHeight());
        while (factor < 1) {
            double step = Math.max(0.5, factor);
            current = drawn(current, Math.max(1, (int) Math.round(current.getWidth() * step)), Math.max(1, (int)
                    Math.round(current.getHeight() * step)));
            factor = (double) side / Math.max(current.getWidth(), current.getHeight());
        }
        return current;
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        boolean alpha = image.getColorModel().hasAlpha();
        BufferedImage target =
                new BufferedImage(width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = target.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(image, 0, 0, width, height, alpha ? new Color(0, true) : Color.WHITE, null);
        canvas.dispose();
        return target;
    }

    private static void jpeg(BufferedImage image, ByteArrayOutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream target = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(target);
            writer.write(null, new IIOImage(opaque(image), null, null), param);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage opaque(BufferedImage image) {
        return image.getType() == BufferedImage.TYPE_INT_RGB
                ? image
                : drawn(image, image.getWidth(), image.getHeight());
    }
}

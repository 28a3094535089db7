// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.cabildo.platform.files.FileRefused.Reason;

/**
 * Decodes pictures within limits and encodes them again, upright, in sRGB and without metadata: JPEG, or PNG where
 * something is transparent or the edges matter. An animation keeps its first frame.
 */
final class Pictures {

    /** Pixels that are held in memory at most; larger pictures are read with every second, third, … pixel. */
    private static final long DECODED = 16_000_000;

    /** Readers that cannot skip pixels while reading take no more than this. */
    private static final long WHOLE = 24_000_000;

    private static final int LONGEST_SIDE = 30_000;

    private final FilesProperties.Images limits;
    private final Semaphore permits;

    Pictures(FilesProperties.Images limits) {
        this.limits = limits;
        this.permits = new Semaphore(limits.parallel(), true);
        ImageIO.scanForPlugins(); // from here, where the class loader sees all jars of a packed application
    }

    /** What a picture became: the picture itself first, then its smaller sizes. */
    record Result(FileType type, List<Rendition> renditions) {}

    Result process(Path file, FileType type, boolean sharp, Path workplace) throws IOException {
        int orientation = type == FileType.GIF ? 1 : Orientation.of(file, type);
        permits.acquireUninterruptibly();
        try {
            BufferedImage source = decode(file, type);
            boolean swapped = orientation > 4;
            int width = swapped ? source.getHeight() : source.getWidth();
            int height = swapped ? source.getWidth() : source.getHeight();
            double shrink = Math.min(1.0, (double) limits.maxSide() / Math.max(width, height));
            BufferedImage main = Scaling.upright(scale(source, shrink), orientation);
            FileType out = sharp || Scaling.indexed(source) || Scaling.transparent(main) ? FileType.PNG : FileType.JPEG;
            return new Result(out, renditions(main, out, workplace));
        } catch (RuntimeException e) {
            throw e instanceof FileRefused ? e : new FileRefused(Reason.UNREADABLE, e);
        } finally {
            permits.release();
        }
    }

    private List<Rendition> renditions(BufferedImage main, FileType type, Path workplace) throws IOException {
        List<Rendition> renditions = new ArrayList<>();
        renditions.add(encode(main, "", type, workplace));
        for (int width : limits.widths()) {
            if (width < main.getWidth()) {
                BufferedImage smaller = scale(main, (double) width / main.getWidth());
                renditions.add(encode(smaller, "w" + width, type, workplace));
            }
        }
        return renditions;
    }

    private static BufferedImage scale(BufferedImage image, double factor) {
        return Scaling.scaled(image, Math.max(1, (int) Math.round(image.getWidth() * factor)), Math.max(1, (int)
                Math.round(image.getHeight() * factor)));
    }

    private BufferedImage decode(Path file, FileType type) throws IOException {
        ImageReader reader = reader(type);
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            long pixels = requireWithinLimits(type, reader.getWidth(0), reader.getHeight(0));
            int step = 1;
            while (pixels / ((long) step * step) > DECODED) {
                step++;
            }
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } catch (IOException e) {
            throw new FileRefused(Reason.UNREADABLE, e);
        } finally {
            reader.dispose();
        }
    }

    private long requireWithinLimits(FileType type, int width, int height) {
        long pixels = (long) width * height;
        long most = type == FileType.WEBP ? Math.min(WHOLE, limits.maxPixels()) : limits.maxPixels();
        if (pixels > most || width > LONGEST_SIDE || height > LONGEST_SIDE) {
            throw new FileRefused(Reason.TOO_MANY_PIXELS, most / 1_000_000);
        }
        return pixels;
    }

    private static ImageReader reader(FileType type) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mediaType());
        if (!readers.hasNext()) {
            throw new IllegalStateException("No reader for " + type);
        }
        return readers.next();
    }

    private Rendition encode(BufferedImage image, String variant, FileType type, Path workplace) throws IOException {
        Path path = workplace.resolve("picture" + variant);
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(type.mediaType()).next();
        try (ImageOutputStream out = new FileImageOutputStream(path.toFile())) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (type == FileType.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(limits.quality());
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            BufferedImage plain = type == FileType.JPEG ? Scaling.opaque(image) : image;
            writer.setOutput(out);
            writer.write(null, new IIOImage(plain, null, null), param);
        } finally {
            writer.dispose();
        }
        return new Rendition(variant, image.getWidth(), image.getHeight(), path);
    }
}

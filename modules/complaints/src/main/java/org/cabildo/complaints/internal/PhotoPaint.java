// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.cabildo.complaints.ChangeRefused;
import org.cabildo.complaints.Worklist.Rectangle;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.CheckedFile;
import org.cabildo.platform.files.FilePurpose;
import org.cabildo.platform.files.FileStore;
import org.cabildo.platform.files.FileType;
import org.cabildo.platform.files.IncomingFile;
import org.cabildo.platform.files.StoredFile;
import org.cabildo.platform.files.Uploads;
import org.springframework.stereotype.Component;

/** Makes pictures in which parts are painted over, in all sizes, as new files. */
@Component
class PhotoPaint {

    private static final String AREA = "complaints";

    private final Uploads uploads;
    private final FileStore files;

    PhotoPaint(Uploads uploads, FileStore files) {
        this.uploads = uploads;
        this.files = files;
    }

    /** The key of the new file. */
    String over(TenantId tenant, StoredFile original, List<Rectangle> rectangles) {
        try {
            byte[] painted = painted(original, rectangles);
            IncomingFile incoming =
                    new IncomingFile("photo.jpg", FileType.JPEG.mediaType(), () -> new ByteArrayInputStream(painted));
            try (CheckedFile checked = uploads.check(incoming, FilePurpose.IMAGE)) {
                return checked.store(files, tenant, AREA).value();
            }
        } catch (IOException exception) {
            throw new ChangeRefused("complaints.refused.photo");
        }
    }

    private static byte[] painted(StoredFile original, List<Rectangle> rectangles) throws IOException {
        BufferedImage source;
        try (InputStream in = original.open()) {
            source = ImageIO.read(in);
        }
        if (source == null) {
            throw new IOException("Not a picture");
        }
        BufferedImage plain = new BufferedImage(source.getWidth(), source.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = plain.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, plain.getWidth(), plain.getHeight());
            graphics.drawImage(source, 0, 0, null);
            graphics.setColor(Color.BLACK);
            for (Rectangle one : rectangles) {
                int left = one.x() * plain.getWidth() / 1_000;
                int top = one.y() * plain.getHeight() / 1_000;
                int right = Math.ceilDiv((one.x() + one.width()) * plain.getWidth(), 1_000);
                int bottom = Math.ceilDiv((one.y() + one.height()) * plain.getHeight(), 1_000);
                graphics.fillRect(left, top, right - left, bottom - top);
            }
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(plain, "jpeg", out);
        return out.toByteArray();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FittedTests {

    private static byte[] png(int width, int height, int type) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillOval(0, 0, width, height);
        canvas.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static BufferedImage read(Fitted fitted) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(fitted.content()));
    }

    @Test
    void scalesAPhotographDownAndKeepsItSmall() throws IOException {
        Fitted fitted = Fitted.of(png(2560, 1400, BufferedImage.TYPE_INT_RGB), 1600, true);

        assertThat(fitted.extension()).isEqualTo("jpg");
        assertThat(read(fitted).getWidth()).isEqualTo(1600);
        assertThat(read(fitted).getHeight()).isEqualTo(875);
        assertThat(fitted.content().length).isLessThan(200_000);
    }

    @Test
    void keepsTheTransparencyOfALogo() throws IOException {
        Fitted fitted = Fitted.of(png(1900, 1000, BufferedImage.TYPE_INT_ARGB), 600, false);

        assertThat(fitted.extension()).isEqualTo("png");
        assertThat(read(fitted).getWidth()).isEqualTo(600);
        assertThat(read(fitted).getRGB(0, 0) >>> 24).isZero();
        assertThat(new Color(read(fitted).getRGB(300, 150))).isEqualTo(Color.RED);
    }

    @Test
    void leavesASmallPictureItsSize() throws IOException {
        assertThat(read(Fitted.of(png(64, 64, BufferedImage.TYPE_INT_ARGB), 256, false))
                        .getWidth())
                .isEqualTo(64);
    }
}

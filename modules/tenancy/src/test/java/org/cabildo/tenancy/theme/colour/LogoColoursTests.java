// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.colour;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.cabildo.platform.files.FileType;
import org.cabildo.tenancy.theme.colour.LogoColours.Found;
import org.cabildo.tenancy.theme.colour.LogoColours.Shade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogoColoursTests {

    private final LogoColours logos = new LogoColours();

    private static byte[] png(Color paper, Color... stripes) throws IOException {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(paper);
        canvas.fillRect(0, 0, 300, 200);
        for (int i = 0; i < stripes.length; i++) {
            canvas.setColor(stripes[i]);
            canvas.fillRect(40 * i + 10, 10, 40, 150);
        }
        canvas.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private Found svg(String shapes) {
        String drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">" + shapes + "</svg>";
        return logos.of(drawing.getBytes(StandardCharsets.UTF_8), FileType.SVG);
    }

    @Test
    void findsTheColoursOfAPictureAndIgnoresPaperAndGreys() throws IOException {
        Found found = logos.of(
                png(Color.WHITE, new Color(0xc8102e), new Color(0xc8102e), new Color(0xffc838), Color.GRAY),
                FileType.PNG);

        assertThat(found.shades()).extracting(Shade::hex).containsExactly("#c8102e", "#ffc838");
        assertThat(found.palettes().getFirst().brand()).isEqualTo("#c8102e");
        assertThat(found.palettes().getFirst().accent()).isEqualTo("#ffc838");
    }

    @Test
    void weighsTheShapesOfADrawing() {
        Found found = svg(
                "<g fill=\"#0b4f8a\"><path d=\"M10 10h60v60h-60z\"/></g>"
                        + "<circle cx=\"40\" cy=\"40\" r=\"10\" fill=\"#ffc838\"/><rect width=\"100\" height=\"5\" fill=\"#fff\"/>");

        assertThat(found.shades()).extracting(Shade::hex).first().isEqualTo("#0b4f8a");
        assertThat(found.shades()).hasSize(2);
        assertThat(found.shades().getFirst().share()).isBetween(0.85, 0.95);
    }

    @Test
    void readsGradientsTransformsAndRoundShapes() {
        Found found = svg(
                "<rect width=\"50\" height=\"100\" fill=\"url(#g)\"/><defs><linearGradient id=\"g\">"
                        + "<stop offset=\"0\" stop-color=\"rgb(0, 105, 92)\"/></linearGradient></defs>"
                        + "<path transform=\"translate(75 50) scale(.5)\" d=\"M-30 0a30 30 0 1 1 60 0a30 30 0 1 1-60 0\" fill=\"crimson\"/>");

        assertThat(found.shades()).extracting(Shade::hex).containsExactly("#00695c", "#dc143c");
    }

    @Test
    void makesOnePaletteEvenOfABlackAndWhiteLogo() {
        Found found = svg("<rect width=\"80\" height=\"80\" fill=\"#222\"/>");

        assertThat(found.shades()).isEmpty();
        assertThat(found.palettes()).hasSize(1);
    }

    @Test
    void answersTheSameForTheSameLogo() throws IOException {
        byte[] logo = png(Color.WHITE, Color.ORANGE, Color.BLUE, new Color(0x1f7a5f));

        assertThat(logos.of(logo, FileType.PNG)).isEqualTo(logos.of(logo, FileType.PNG));
    }

    static Stream<Path> logosOfTheSamples() throws IOException {
        try (Stream<Path> tenants = Files.list(Path.of("../../tenants"))) {
            List<Path> found = tenants.map(tenant -> tenant.resolve("theme/logo.svg"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
            return found.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("logosOfTheSamples")
    void proposesOnlyPalettesThatPass(Path logo) throws IOException {
        Found found = logos.of(Files.readAllBytes(logo), FileType.SVG);

        assertThat(found.palettes())
                .isNotEmpty()
                .allSatisfy(palette -> assertThat(palette.failing()).isEmpty());
    }
}

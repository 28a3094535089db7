// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.colour;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.cabildo.platform.files.CheckedFile;
import org.cabildo.platform.files.FileType;
import org.springframework.stereotype.Component;

/**
 * The usable colours of a logo and the palettes that they make. Pixels or shapes are gathered in OKLab, where
 * distances are what eyes see; paper, ink and greys are left out.
 */
@Component
public class LogoColours {

    private static final int MOST_PALETTES = 3;

    /** Below this chroma a darkened colour looks like mud. */
    private static final double LIVELY = 0.07;

    /**
     * What was found.
     *
     * @param shades colours with their share of the coloured area, largest first; empty for a logo in black and white
     * @param palettes complete palettes that pass every contrast, the best first; never empty
     */
    public record Found(List<Shade> shades, List<Palette> palettes) {}

    /** A colour of the logo and its share, 0 to 1, of what is coloured. */
    public record Shade(String hex, double share) {}

    /** Reads a picture that passed {@link org.cabildo.platform.files.Uploads} for {@code ART}. */
    public Found of(CheckedFile logo) {
        try (InputStream content = logo.open()) {
            return of(content.readAllBytes(), logo.type());
        } catch (IOException exception) {
            throw new java.io.UncheckedIOException("Cannot read a checked logo", exception);
        }
    }

    /** Reads a checked picture: drawings by their shapes, anything else by its pixels. */
    public Found of(byte[] picture, FileType type) {
        List<Patch> patches = type == FileType.SVG ? DrawingPatches.of(picture) : PixelPatches.of(picture);
        List<Shade> shades = Clusters.of(patches);
        return new Found(shades, palettes(shades));
    }

    private static List<Palette> palettes(List<Shade> shades) {
        List<Shade> lively = shades.stream()
                .filter(shade -> Colour.hex(shade.hex()).chroma() >= LIVELY)
                .toList();
        List<Shade> mains = (lively.isEmpty() ? shades : lively)
                .stream()
                        .sorted(Comparator.comparingDouble(LogoColours::worth).reversed())
                        .toList();
        LinkedHashSet<Palette> palettes = new LinkedHashSet<>();
        for (Shade main : mains) {
            if (palettes.size() < MOST_PALETTES) {
                palettes.add(Palette.around(main.hex(), accent(main, shades)));
            }
        }
        if (palettes.isEmpty()) {
            palettes.add(Palette.around(Palette.NEUTRAL.brand(), "#e0a526"));
        }
        return new ArrayList<>(palettes);
    }

    /** What speaks for a colour as the brand's: much of it, and white words that can be read on it as it is. */
    private static double worth(Shade shade) {
        double lightness = Colour.hex(shade.hex()).lightness();
        return shade.share() * (1 - 1.4 * Math.max(0, lightness - 0.5));
    }

    /** The liveliest colour that differs from the main one, or a light relative of it. */
    private static String accent(Shade main, List<Shade> shades) {
        Colour brand = Colour.hex(main.hex());
        Optional<Shade> other = shades.stream()
                .filter(shade -> distance(brand, Colour.hex(shade.hex())) > 0.18)
                .max(Comparator.comparingDouble(
                        shade -> Colour.hex(shade.hex()).chroma() * (0.3 + Math.sqrt(shade.share()))));
        return other.map(Shade::hex).orElseGet(() -> brand.lightness(0.8).hex());
    }

    private static double distance(Colour one, Colour other) {
        return Clusters.distance(one.oklab(), other.oklab());
    }

    /** Some area of one colour. */
    record Patch(Colour colour, double area) {}
}

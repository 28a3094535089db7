// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.platform.files.CheckedFile;
import org.cabildo.platform.files.FilePurpose;
import org.cabildo.platform.files.FileRefused;
import org.cabildo.platform.files.FileType;

/**
 * A picture for a theme, ready to be stored.
 *
 * @param role {@code logo}, {@code mark}, {@code favicon}, {@code hero} or {@code preview}
 * @param extension {@code svg}, {@code png} or {@code jpg}
 */
public record ThemePicture(String role, String extension, byte[] content) {

    /** Roles with the longest side in pixels at which a picture is kept; drawings have no size. */
    private static final Map<String, Integer> SIDES = sides();

    private static final int LARGEST = 1_048_576;

    private static Map<String, Integer> sides() {
        Map<String, Integer> sides = new LinkedHashMap<>();
        sides.put("logo", 600);
        sides.put("mark", 256);
        sides.put("favicon", 180);
        sides.put("hero", 1600);
        sides.put("preview", 1200);
        return sides;
    }

    /** The roles in the order of forms. */
    public static List<String> roles() {
        return List.copyOf(SIDES.keySet());
    }

    /** What may be sent for a role: drawings and pixels, photographs where edges don't matter. */
    public static FilePurpose purpose(String role) {
        return FilePurpose.ART;
    }

    /**
     * Makes a checked file fit its role: pixels are scaled down, photographs become JPEG.
     *
     * @throws FileRefused when even so it is too large for a page
     */
    public static ThemePicture of(String role, CheckedFile file) {
        Integer side = SIDES.get(role);
        if (side == null) {
            throw new IllegalArgumentException("A theme has no picture named " + role);
        }
        byte[] content = read(file);
        String extension = file.type().extension();
        if (file.type() != FileType.SVG) {
            boolean photograph = role.equals("hero") || role.equals("preview");
            Fitted fitted = Fitted.of(content, side, photograph);
            content = fitted.content();
            extension = fitted.extension();
        }
        if (content.length > LARGEST) {
            throw new FileRefused(FileRefused.Reason.TOO_LARGE, 1.0);
        }
        return new ThemePicture(role, extension, content);
    }

    private static byte[] read(CheckedFile file) {
        try (InputStream in = file.open()) {
            return in.readAllBytes();
        } catch (IOException exception) {
            throw new UncheckedIOException("Cannot read a checked picture", exception);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.nio.file.Path;

/**
 * One form of a checked file, in a temporary place: the file itself, or a picture at another size.
 *
 * @param variant suffix of the key, empty for the file itself, {@code w800} for a picture 800 pixels wide
 * @param width pixels, 0 when not a picture
 * @param height pixels, 0 when not a picture
 */
record Rendition(String variant, int width, int height, Path path) {}

// SPDX-License-Identifier: Apache-2.0
/**
 * Files of tenants: what may come in, where it is kept and how it goes out. Names that people send are never used as
 * keys, and nothing that a browser could run leaves as anything but an attachment.
 */
@NullMarked
package org.cabildo.platform.files;

import org.jspecify.annotations.NullMarked;

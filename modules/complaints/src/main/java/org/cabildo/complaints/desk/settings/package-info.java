// SPDX-License-Identifier: Apache-2.0
/** Where staff edit the catalogue: every kind of thing in it is listed, described by a form and read from it. */
@NullMarked
package org.cabildo.complaints.desk.settings;

import org.jspecify.annotations.NullMarked;

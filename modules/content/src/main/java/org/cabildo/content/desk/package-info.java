// SPDX-License-Identifier: Apache-2.0
/** Where staff write pages and news, keep files and answer messages: everything under {@code /gestion}. */
@NullMarked
package org.cabildo.content.desk;

import org.jspecify.annotations.NullMarked;

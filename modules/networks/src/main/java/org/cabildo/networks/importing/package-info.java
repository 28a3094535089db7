// SPDX-License-Identifier: Apache-2.0
/** Import of published figures: a recipe says what files mean, a check finds what is wrong, a plan says what to store. */
@NullMarked
package org.cabildo.networks.importing;

import org.jspecify.annotations.NullMarked;

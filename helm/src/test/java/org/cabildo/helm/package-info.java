// SPDX-License-Identifier: Apache-2.0
/** Checks of the Helm chart and of the image descriptions, without a cluster. */
@NullMarked
package org.cabildo.helm;

import org.jspecify.annotations.NullMarked;

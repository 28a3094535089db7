// SPDX-License-Identifier: Apache-2.0
/** What people do in a browser on everything together, as one command starts it. Runs after packaging. */
@NullMarked
package org.cabildo.launched;

import org.jspecify.annotations.NullMarked;

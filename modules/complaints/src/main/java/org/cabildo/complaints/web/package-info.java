// SPDX-License-Identifier: Apache-2.0
/** Pages for everybody: reporting, following, exploring. */
@NullMarked
package org.cabildo.complaints.web;

import org.jspecify.annotations.NullMarked;

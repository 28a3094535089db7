// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.cabildo.content;

import org.jspecify.annotations.NullMarked;

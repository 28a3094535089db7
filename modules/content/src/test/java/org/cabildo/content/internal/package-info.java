// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.cabildo.content.internal;

import org.jspecify.annotations.NullMarked;

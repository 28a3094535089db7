// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.cabildo.tenancy.theme.colour;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.cabildo.tenancy.theme;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** The pages of an import, the same for every kind. */
@NullMarked
package org.cabildo.platform.imports.web;

import org.jspecify.annotations.NullMarked;

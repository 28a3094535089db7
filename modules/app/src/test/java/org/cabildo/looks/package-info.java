// SPDX-License-Identifier: Apache-2.0
/** Themes as staff, reviewers and readers meet them. */
@NullMarked
package org.cabildo.looks;

import org.jspecify.annotations.NullMarked;

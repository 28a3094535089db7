// SPDX-License-Identifier: Apache-2.0
/** From a name to an open portal: the wizard of the console, its drafts and the first pages of a new portal. */
@NullMarked
package org.cabildo.tenancy.onboarding;

import org.jspecify.annotations.NullMarked;

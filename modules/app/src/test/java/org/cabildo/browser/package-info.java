// SPDX-License-Identifier: Apache-2.0
/** Pages in a real Chromium. Where there is none, these tests are skipped by name. */
@NullMarked
package org.cabildo.browser;

import org.jspecify.annotations.NullMarked;

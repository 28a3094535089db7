// SPDX-License-Identifier: Apache-2.0
/** Tenants as folders of files: what modules apply and export. */
@NullMarked
package org.cabildo.platform.manifest;

import org.jspecify.annotations.NullMarked;

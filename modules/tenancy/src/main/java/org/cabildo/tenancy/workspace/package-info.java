// SPDX-License-Identifier: Apache-2.0
/** The staff workspace's own pages: dashboard, settings, modules and the record of changes. */
@NullMarked
package org.cabildo.tenancy.workspace;

import org.jspecify.annotations.NullMarked;

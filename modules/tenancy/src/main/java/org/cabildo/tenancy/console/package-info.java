// SPDX-License-Identifier: Apache-2.0
/** The operators' console on its own host: tenants, their domains, members and people, and the installation's health. */
@NullMarked
package org.cabildo.tenancy.console;

import org.jspecify.annotations.NullMarked;

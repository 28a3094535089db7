// SPDX-License-Identifier: Apache-2.0
/** Tenants' own host names and the proof, by a DNS record, that they may answer there. */
@NullMarked
package org.cabildo.tenancy.domains;

import org.jspecify.annotations.NullMarked;

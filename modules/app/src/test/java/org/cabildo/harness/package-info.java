// SPDX-License-Identifier: Apache-2.0
/** The assembled application as visitors meet it: sites of the sample tenants, people, browsers. */
@NullMarked
package org.cabildo.harness;

import org.jspecify.annotations.NullMarked;

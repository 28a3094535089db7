// SPDX-License-Identifier: Apache-2.0
/** The public pages of a network's members. */
@NullMarked
package org.cabildo.networks.web;

import org.jspecify.annotations.NullMarked;

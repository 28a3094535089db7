// SPDX-License-Identifier: Apache-2.0
/** From a host name to a page: sites, access, templates, static files, errors. */
@NullMarked
package org.cabildo.platform.web;

import org.jspecify.annotations.NullMarked;

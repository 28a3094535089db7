// SPDX-License-Identifier: Apache-2.0
/**
 * The embedded default: starts PostgreSQL, OpenSearch, Keycloak, the monolith and the gateway as real processes on one
 * machine, watches them, and leaves none behind. It is a tool beside the product: nothing in the monolith or the gateway
 * depends on it. Tests of other modules may use {@link org.cabildo.launcher.EmbeddedOpenSearch} and
 * {@link org.cabildo.launcher.EmbeddedKeycloak}.
 */
@NullMarked
package org.cabildo.launcher;

import org.jspecify.annotations.NullMarked;

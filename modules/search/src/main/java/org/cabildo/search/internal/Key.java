// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

/** Names a document within its tenant. */
record Key(String type, String id, String locale) {}

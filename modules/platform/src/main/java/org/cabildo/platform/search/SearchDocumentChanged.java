// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.search;

import org.cabildo.platform.TenantId;

/**
 * Something that can be searched for may have become public, changed or ceased to be public. Published by the module
 * that owns it, in the transaction of the change, and also when nothing but time has passed (scheduled publication).
 * Search then asks the type's {@link SearchSource} how it is now, so that events may come twice or in any order.
 *
 * @param type type of the document, see {@link SearchSource#type()}
 * @param id the thing's id
 */
public record SearchDocumentChanged(TenantId tenant, String type, String id) {}

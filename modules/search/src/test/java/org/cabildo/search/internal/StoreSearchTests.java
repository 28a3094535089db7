// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import org.springframework.test.context.TestPropertySource;

/** Search while OpenSearch does not answer: nobody listens on that port. */
@TestPropertySource(properties = "cabildo.search.url=http://127.0.0.1:9")
class StoreSearchTests extends SearchContract {

    @Override
    boolean degraded() {
        return true;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import java.util.List;

/** Says for the workspace's first page what of a module waits for the person: only what they may deal with. */
public interface AttentionSource {

    /** The module that it belongs to; asked only while the module is on. */
    String module();

    /** What waits, the most pressing first; empty when nothing does. */
    List<Attention> attention(View view);
}

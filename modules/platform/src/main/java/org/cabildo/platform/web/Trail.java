// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a reader is in a list that is read from key to key, and through which parts the way led there, so that it also
 * leads back. One parameter of the address carries it: the keys at which the parts before this one ended.
 */
public final class Trail {

    private static final String BETWEEN = ".";
    /** Longer ways forget where they began and lead back to the list's first part. */
    private static final int LONGEST = 12;

    private final View view;
    private final String parameter;
    private final List<String> keys;

    private Trail(View view, String parameter, List<String> keys) {
        this.view = view;
        this.parameter = parameter;
        this.keys = keys;
    }

    /** Reads the parameter's value; keys in it that are no ids are left out. */
    public static Trail of(View view, String parameter, String value) {
        List<String> keys = new ArrayList<>();
        for (String key : value.split("\\.")) {
            if (key.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                keys.add(key);
            }
        }
        return new Trail(view, parameter, keys);
    }

    /** The key after which this part begins; empty for the first part. */
    public Optional<UUID> at() {
        return keys.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(keys.getLast()));
    }

    /** The address of the list's first part, or empty when this is it. */
    public String first() {
        return keys.isEmpty() ? "" : view.with(parameter, null);
    }

    /** The address of the part before this one, or empty when this is the first. */
    public String previous() {
        return keys.size() < 2 ? first() : view.with(parameter, String.join(BETWEEN, keys.subList(0, keys.size() - 1)));
    }

    /** The address of the part that follows the given key. */
    public String next(UUID last) {
        List<String> more = new ArrayList<>(keys.subList(Math.max(0, keys.size() - LONGEST + 1), keys.size()));
        more.add(last.toString());
        return view.with(parameter, String.join(BETWEEN, more));
    }

    /** Another address under the same filters, for instance that of the download. */
    public String elsewhere(String path) {
        String all = view.with(parameter, null);
        int query = all.indexOf('?');
        return query < 0 ? path : path + all.substring(query);
    }
}

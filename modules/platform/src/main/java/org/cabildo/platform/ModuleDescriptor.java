// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform;

import java.util.List;
import java.util.Set;

/**
 * How a module introduces itself. The platform builds routes' gates, navigation, switches, roles and settings screens
 * from descriptors and never lists modules. Names that people see come from message bundles by convention: {@code
 * module.<key>.name}, {@code module.<key>.summary}, {@code permission.<permission>}, {@code role.<role>}.
 *
 * @param key lower-case word, unique, for instance {@code news}
 * @param kinds sites that may switch it on
 * @param core core modules are always on where their kind fits and have no switch
 * @param membersOnly whether it is there only on municipalities that belong to a network
 * @param onByDefault whether a new tenant starts with it
 * @param requires keys of modules without which it can't be on
 * @param paths public path prefixes that belong to the module, for instance {@code /noticias}; everything below is
 *     answered with 404 while the module is off. Staff routes {@code /gestion/<key>} and API routes {@code
 *     /api/v1/<key>} belong to it without being listed
 * @param machines path prefixes, among its own, where programs speak a standard's protocol and show keys of their own
 *     instead of a session: no form token is asked for there and no page is cached
 * @param navigation entries of the public main menu
 * @param staffNavigation entries of the staff workspace's menu
 * @param permissions what people may be allowed to do, with the roles that are allowed by default
 * @param searchTypes types of documents that it offers to search
 * @param feeds paths of its feeds
 * @param jobs names of its background jobs, which do not run for tenants where it is off
 */
public record ModuleDescriptor(
        String key,
        Set<SiteKind> kinds,
        boolean core,
        boolean membersOnly,
        boolean onByDefault,
        Set<String> requires,
        List<String> paths,
        List<String> machines,
        List<Entry> navigation,
        List<Entry> staffNavigation,
        List<Permission> permissions,
        Set<String> searchTypes,
        List<String> feeds,
        Set<String> jobs) {

    /** An entry of a menu: message key of its label, path, icon of the sprite, permission (empty: everybody), order. */
    public record Entry(String label, String path, String icon, String permission, int order) {}

    /** A permission, for instance {@code news.publish}, and the roles that carry it. Administrators carry all. */
    public record Permission(String key, Set<String> roles) {}

    /** Starts a descriptor with nothing but a key; everything else has an empty default. */
    public static Builder module(String key) {
        return new Builder(key);
    }

    /** Whether a path, starting with a slash, belongs to this module. */
    public boolean owns(String path) {
        return below(path, "/gestion/" + key)
                || below(path, "/api/v1/" + key)
                || paths.stream().anyMatch(prefix -> below(path, prefix));
    }

    /** Whether programs call a path with a protocol of its own. */
    public boolean speaksToMachines(String path) {
        return machines.stream().anyMatch(prefix -> below(path, prefix));
    }

    private static boolean below(String path, String prefix) {
        return path.equals(prefix)
                || (path.startsWith(prefix)
                        && (path.charAt(prefix.length()) == '/' || path.charAt(prefix.length()) == '.'));
    }

    /** Collects the parts of a descriptor. */
    public static final class Builder {

        private final String key;
        private Set<SiteKind> kinds = Set.of(SiteKind.MUNICIPALITY, SiteKind.NETWORK);
        private boolean core;
        private boolean membersOnly;
        private boolean onByDefault = true;
        private Set<String> requires = Set.of();
        private List<String> paths = List.of();
        private List<String> machines = List.of();
        private final List<Entry> navigation = new java.util.ArrayList<>();
        private final List<Entry> staffNavigation = new java.util.ArrayList<>();
        private final List<Permission> permissions = new java.util.ArrayList<>();
        private Set<String> searchTypes = Set.of();
        private List<String> feeds = List.of();
        private Set<String> jobs = Set.of();

        private Builder(String key) {
            this.key = key;
        }

        public Builder kinds(SiteKind... kinds) {
            this.kinds = Set.of(kinds);
            return this;
        }

        public Builder core() {
            this.core = true;
            return this;
        }

        public Builder membersOnly() {
            this.membersOnly = true;
            return this;
        }

        public Builder offByDefault() {
            this.onByDefault = false;
            return this;
        }

        public Builder requires(String... keys) {
            this.requires = Set.of(keys);
            return this;
        }

        public Builder paths(String... prefixes) {
            this.paths = List.of(prefixes);
            return this;
        }

        public Builder machines(String... prefixes) {
            this.machines = List.of(prefixes);
            return this;
        }

        public Builder navigation(String label, String path, String icon, int order) {
            navigation.add(new Entry(label, path, icon, "", order));
            return this;
        }

        public Builder staffNavigation(String label, String path, String icon, String permission, int order) {
            staffNavigation.add(new Entry(label, path, icon, permission, order));
            return this;
        }

        public Builder permission(String permission, String... roles) {
            permissions.add(new Permission(permission, Set.of(roles)));
            return this;
        }

        public Builder searchTypes(String... types) {
            this.searchTypes = Set.of(types);
            return this;
        }

        public Builder feeds(String... paths) {
            this.feeds = List.of(paths);
            return this;
        }

        public Builder jobs(String... names) {
            this.jobs = Set.of(names);
            return this;
        }

        public ModuleDescriptor build() {
            return new ModuleDescriptor(
                    key,
                    kinds,
                    core,
                    membersOnly,
                    onByDefault,
                    requires,
                    paths,
                    machines,
                    List.copyOf(navigation),
                    List.copyOf(staffNavigation),
                    List.copyOf(permissions),
                    searchTypes,
                    feeds,
                    jobs);
        }
    }
}

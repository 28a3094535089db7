// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cabildo.content.FileLibrary;
import org.cabildo.content.FileLibrary.Item;
import org.cabildo.content.FileLibrary.Listing;
import org.cabildo.platform.files.FilePurpose;
import org.cabildo.platform.files.Uploads;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pictures and documents of a tenant. */
@Controller
@Access(value = Access.Audience.STAFF, permission = "pages.edit")
class FilesDesk {

    static final String PATH = "/gestion/pages/archivos";
    private static final String ITEM = PATH + "/{name:[a-z0-9]+(?:[-_.][a-z0-9]+)*\\.[a-z0-9]+}";
    private static final int SIZE = 30;

    private final FileLibrary files;
    private final Uploads uploads;
    private final ViewFactory views;

    FilesDesk(FileLibrary files, Uploads uploads, ViewFactory views) {
        this.files = files;
        this.uploads = uploads;
        this.views = views;
    }

    @GetMapping(PATH)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String despues,
            HttpServletRequest request,
            Model model) {
        return list(views.of(request), q, despues, Map.of(), model);
    }

    private String list(View view, String q, String after, Map<String, String> errors, Model model) {
        var tenant = view.site().requireTenant();
        Item place = after.isEmpty() ? null : files.find(tenant, after).orElse(null);
        Listing listing = files.list(tenant, q, place, SIZE);
        model.addAttribute("page", Page.of(view.msg("content.files.title")));
        model.addAttribute("base", PATH);
        model.addAttribute("q", q);
        model.addAttribute(
                "chips",
                q.isBlank() ? List.of() : List.of(new NavLink("“" + q.strip() + "”", view.with("q", null), "", false)));
        model.addAttribute("files", listing.items());
        model.addAttribute("errors", errors);
        model.addAttribute("most", uploads.limit(FilePurpose.DOCUMENT).toBytes());
        model.addAttribute("first", place == null ? "" : view.with("despues", null));
        model.addAttribute(
                "next",
                listing.more() ? view.with("despues", listing.items().getLast().name()) : "");
        return "content/desk/files";
    }

    @PostMapping(PATH)
    String add(HttpServletRequest request, Model model, RedirectAttributes redirect) {
        View view = views.of(request);
        EditorUpload upload = new EditorUpload(files, view);
        Item item = upload.add(request);
        if (item == null) {
            return list(view, "", "", upload.errors(), model);
        }
        redirect.addFlashAttribute("flash", view.msg("content.files.added", item.name()));
        return "redirect:" + PATH;
    }

    @GetMapping(ITEM)
    String show(@PathVariable String name, HttpServletRequest request, Model model) {
        View view = views.of(request);
        var tenant = view.site().requireTenant();
        Item item = files.find(tenant, name).orElseThrow(FilesDesk::nothing);
        model.addAttribute("page", Page.of(name, way(view)));
        model.addAttribute("file", item);
        model.addAttribute("base", PATH);
        model.addAttribute("uses", files.uses(tenant, name));
        return "content/desk/file";
    }

    @PostMapping(ITEM)
    String describe(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String description,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        View view = views.of(request);
        var tenant = view.site().requireTenant();
        files.find(tenant, name).orElseThrow(FilesDesk::nothing);
        String line = description.replaceAll("[\\p{Cc}\\s]+", " ").strip();
        files.describe(
                tenant, name, line.substring(0, Math.min(300, line.length())), Objects.requireNonNull(view.actor()));
        redirect.addFlashAttribute("flash", view.msg("content.files.described"));
        return "redirect:" + PATH + "/" + name;
    }

    @GetMapping(ITEM + "/quitar")
    String question(@PathVariable String name, HttpServletRequest request, Model model) {
        View view = views.of(request);
        files.find(view.site().requireTenant(), name).orElseThrow(FilesDesk::nothing);
        model.addAttribute("page", Page.of(view.msg("content.files.remove"), way(view)));
        model.addAttribute("item", PATH + "/" + name);
        model.addAttribute("title", name);
        model.addAttribute("version", 0);
        model.addAttribute("text", view.msg("content.files.removeText", name));
        model.addAttribute("label", view.msg("content.files.remove"));
        return "content/desk/remove";
    }

    @PostMapping(ITEM + "/quitar")
    String remove(@PathVariable String name, HttpServletRequest request, RedirectAttributes redirect) {
        View view = views.of(request);
        var tenant = view.site().requireTenant();
        files.find(tenant, name).orElseThrow(FilesDesk::nothing);
        boolean removed = files.remove(tenant, name, Objects.requireNonNull(view.actor()));
        redirect.addFlashAttribute("flash", view.msg(removed ? "content.files.removed" : "content.files.inUse", name));
        return "redirect:" + (removed ? PATH : PATH + "/" + name);
    }

    private static Breadcrumb way(View view) {
        return new Breadcrumb(view.msg("content.files.title"), PATH);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

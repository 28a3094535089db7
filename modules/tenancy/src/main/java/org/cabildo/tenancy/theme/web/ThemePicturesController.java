// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cabildo.platform.files.CheckedFile;
import org.cabildo.platform.files.FileRefused;
import org.cabildo.platform.files.IncomingFile;
import org.cabildo.platform.files.Uploads;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.View;
import org.cabildo.tenancy.theme.ThemePicture;
import org.cabildo.tenancy.theme.Themes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Logo, mark, favicon and the large picture of the draft. */
@Controller
@Access(value = Access.Audience.STAFF, permission = ThemePages.PERMISSION)
class ThemePicturesController {

    private static final String SECTION = "imagenes";

    private final ThemePages pages;
    private final Themes themes;
    private final Uploads uploads;

    ThemePicturesController(ThemePages pages, Themes themes, Uploads uploads) {
        this.pages = pages;
        this.themes = themes;
        this.uploads = uploads;
    }

    @GetMapping(ThemePages.BASE + "/" + SECTION)
    String form(HttpServletRequest request, Model model) {
        return show(request, model, Map.of());
    }

    private String show(HttpServletRequest request, Model model, Map<String, String> errors) {
        pages.open(request, model, SECTION);
        Map<String, Long> limits = new LinkedHashMap<>();
        ThemePicture.roles()
                .forEach(role -> limits.put(
                        role, uploads.limit(ThemePicture.purpose(role)).toBytes()));
        model.addAttribute("limits", limits);
        model.addAttribute("errors", errors);
        return "tenancy/theme/pictures";
    }

    @PostMapping(ThemePages.BASE + "/" + SECTION + "/{role}")
    String put(
            @PathVariable String role,
            @RequestParam(name = "file", required = false) MultipartFile sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        known(role);
        View v = pages.view(request);
        if (sent == null || sent.isEmpty()) {
            response.setStatus(422);
            return show(request, model, Map.of("file-" + role, v.msg("theme.error.file")));
        }
        try (CheckedFile checked = uploads.check(IncomingFile.of(sent), ThemePicture.purpose(role))) {
            themes.putPicture(pages.tenant(request), ThemePicture.of(role, checked), pages.actor(request));
        } catch (FileRefused refused) {
            response.setStatus(422);
            return show(request, model, Map.of("file-" + role, v.msg(refused.messageKey(), refused.arguments())));
        }
        redirect.addFlashAttribute("flash", v.msg("theme.picture.saved", v.msg("theme.picture." + role)));
        return "redirect:" + ThemePages.BASE + "/" + SECTION;
    }

    @PostMapping(ThemePages.BASE + "/" + SECTION + "/{role}/quitar")
    String remove(@PathVariable String role, HttpServletRequest request, RedirectAttributes redirect) {
        known(role);
        themes.removePicture(pages.tenant(request), role, pages.actor(request));
        View v = pages.view(request);
        redirect.addFlashAttribute("flash", v.msg("theme.picture.removed", v.msg("theme.picture." + role)));
        return "redirect:" + ThemePages.BASE + "/" + SECTION;
    }

    private static void known(String role) {
        if (!ThemePicture.roles().contains(role)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}

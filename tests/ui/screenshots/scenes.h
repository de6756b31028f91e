// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <span>

namespace ui {
class MainWindow;
}
namespace uitest {
class Store;
}

/// What the store holds when the window opens.
enum class Content {
    Empty,
    Site,
    Book, ///< the site with its people and some weeks of sessions
    Plans, ///< the book with local lists and reservations
    Broken,
};

/// One picture: what there is, and what a person has done in the window before it was taken.
struct Scene {
    QLatin1StringView name;
    Content content;
    void (*act)(ui::MainWindow &);
};

std::span<const Scene> scenes();

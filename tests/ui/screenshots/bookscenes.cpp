// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screenshots/bookscenes.h"

#include "ui/pages/idtags/importview.h"
#include "ui/pages/idtags/seentagspanel.h"
#include "ui/pages/idtags/tagform.h"
#include "ui/pages/transactions/sessionpanel.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/uifixture.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace bookscenes {
namespace {

template<class Condition>
void await(Condition condition)
{
    if (!QTest::qWaitFor(condition, 10'000))
        qFatal("The window does not show what the picture needs.");
}

ui::TableView &table(ui::MainWindow &window)
{
    auto *tags = window.currentPage()->findChild<ui::TableView *>(u"idtags"_s);
    return tags ? *tags : *window.currentPage()->findChild<ui::TableView *>();
}

/// By what stands in a column, in every language.
void select(ui::MainWindow &window, int column, const QString &text)
{
    QAbstractItemModel &model = *table(window).model();
    const auto found = [&] { return model.match(model.index(0, column), Qt::DisplayRole, text, 1, Qt::MatchContains); };
    await([&] { return !found().isEmpty(); });
    table(window).selectRow(found().first().row());
}

ui::SessionPanel &openSession(ui::MainWindow &window, const QString &station, const QString &person)
{
    sessions(window);
    QAbstractItemModel &model = *table(window).model();
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 1).data().toString() == station
            && model.index(row, 3).data().toString().contains(person)) {
            table(window).selectRow(row);
            break;
        }
    }
    auto &panel = *window.findChild<ui::SessionPanel *>();
    await([&] { return panel.isVisible(); });
    return panel;
}

QString temporaryFile(const QString &name)
{
    static const QTemporaryDir folder;
    return folder.filePath(name);
}

QPushButton &button(QWidget &root, const QString &iconless)
{
    for (QPushButton *one : root.findChildren<QPushButton *>()) {
        if (one->objectName() == iconless && one->isVisible())
            return *one;
    }
    qFatal("There is no button %s", qPrintable(iconless));
}

} // namespace

void showSessions(ui::MainWindow &window)
{
    window.showPage(ui::pageIndex(u"transactions"));
}

void sessions(ui::MainWindow &window)
{
    showSessions(window);
    await([&] { return table(window).model()->rowCount() > 20 && window.currentPage()->headline().size() > 20; });
}

void finishedSession(ui::MainWindow &window)
{
    openSession(window, u"CP04"_s, u"Jonas"_s);
}

void runningSession(ui::MainWindow &window)
{
    openSession(window, u"CP02"_s, u"Maria"_s);
}

void oddSession(ui::MainWindow &window)
{
    openSession(window, u"CP08"_s, u"van 3"_s);
}

void meterValues(ui::MainWindow &window)
{
    openSession(window, u"CP04"_s, u"Jonas"_s).findChild<QTabBar *>()->setCurrentIndex(1);
}

void filtered(ui::MainWindow &window)
{
    sessions(window);
    const QList<QComboBox *> boxes = window.currentPage()->findChildren<QComboBox *>();
    boxes.at(3)->setCurrentIndex(7); // from - to
    boxes.at(2)->setCurrentIndex(4); // with notes
    await([&] { return table(window).model()->rowCount() < 10; });
}

void sessionsExported(ui::MainWindow &window)
{
    sessions(window);
    ui::modal::Answers answers;
    answers.file = [](const auto &) { return temporaryFile(u"sessions.csv"_s); };
    window.currentPage()->primaryAction()->trigger();
    await([&] { return window.currentPage()->primaryAction()->isEnabled(); });
}

void showTags(ui::MainWindow &window)
{
    window.showPage(ui::pageIndex(u"idtags"));
}

void tags(ui::MainWindow &window)
{
    showTags(window);
    await([&] { return table(window).model()->rowCount() > 5; });
}

void editedTag(ui::MainWindow &window)
{
    tags(window);
    select(window, 1, u"041B77E0C39880"_s);
}

void wrongTag(ui::MainWindow &window)
{
    tags(window);
    window.currentPage()->primaryAction()->trigger();
    const QList<QLineEdit *> fields = window.findChild<ui::TagForm *>()->findChildren<QLineEdit *>();
    fields.at(0)->setText(u"04a2b7c91e6680"_s);
    fields.at(2)->setText(u"VISITORS"_s);
}

void unknownCards(ui::MainWindow &window)
{
    tags(window);
    auto &panel = *window.findChild<ui::SeenTagsPanel *>();
    await([&] { return panel.isVisible(); });
    panel.findChildren<QPushButton *>().first()->click();
}

void learning(ui::MainWindow &window)
{
    tags(window);
    button(*window.currentPage(), u"tap"_s).click();
    const QList<ui::NoticeBar *> notices = window.currentPage()->findChildren<ui::NoticeBar *>();
    await([&] { return std::ranges::any_of(notices, &ui::NoticeBar::isVisible); });
}

void importing(ui::MainWindow &window)
{
    tags(window);
    const QString path = temporaryFile(u"cards.csv"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("Cannot write %s", qPrintable(path));
    file.write("tag;name;group;status;valid_until\r\n"
               "04A2B7C91E6680;Anna Berg-Smith;STAFF;;\r\n"
               "04D1193A22B480;Delivery van 3;VANS;Accepted;\r\n"
               "0499A1B2C3D480;Lucia Ferrari;STAFF;;\r\n"
               "0412FFE0D1C280;Sam Carter;VISITORS;;2027-03-31\r\n"
               "04-this-one-is-far-too-long;Nobody;;;\r\n"
               "0412ffe0d1c280;Sam again;VISITORS;;\r\n"
               "04B1B1B1B1B180;Kim;;Accepted;soon\r\n");
    file.close();
    ui::modal::Answers answers;
    answers.file = [path](const auto &) { return path; };
    button(*window.currentPage(), u"import"_s).click();
    await([&] { return window.findChild<ui::ImportView *>()->isVisible(); });
}

} // namespace bookscenes

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/findings.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace ui {

class Label;

/// What a station does differently from the specification: each deviation with its clause and how often it was seen.
class FindingsView : public QWidget {
    Q_OBJECT
public:
    explicit FindingsView(QWidget *parent = nullptr);
    void present(const QList<store::FindingRow> &findings);

signals:
    /// The messages that showed them.
    void messagesRequested();

private:
    struct Entry {
        qint64 id = 0;
        QWidget *widget = nullptr;
        Label *text = nullptr;
        Label *where = nullptr;
    };
    [[nodiscard]] Entry entryOf(const store::FindingRow &finding);
    void fillAll();
    static void fill(const Entry &entry, const store::FindingRow &finding);

    Label *sentence_;
    QVBoxLayout *list_;
    Label *more_; ///< how many are not in the list
    QPushButton *messages_;
    QList<store::FindingRow> shown_;
    QList<Entry> entries_; ///< of those
};

} // namespace ui

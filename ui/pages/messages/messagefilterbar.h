// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/messages/messagesource.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace ui {

/// Which messages are shown: of which station, which kind, only those with a finding. The text comes from the header's
/// search field.
class MessageFilterBar : public QWidget {
    Q_OBJECT
public:
    explicit MessageFilterBar(QWidget *parent = nullptr);

    [[nodiscard]] MessageFilter filter() const;
    void setText(const QString &text);
    void setStations(const QStringList &stations);
    void choose(const QString &station, bool findingsOnly);
    /// Whether rows arrive below what is in sight.
    void setFollowing(bool following);
    void setExporting(bool exporting);

signals:
    void changed();
    void latestRequested();
    void exportRequested();

private:
    QString text_;
    QComboBox *station_;
    QComboBox *action_;
    QPushButton *findings_;
    QPushButton *latest_;
    QPushButton *export_;
};

} // namespace ui

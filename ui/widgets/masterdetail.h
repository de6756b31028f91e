// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace ui {

/// A table with its detail as a panel at the right: resizable, remembered, closed by Esc. Closing gives the focus back to
/// the table.
class MasterDetail : public QSplitter {
    Q_OBJECT
public:
    MasterDetail(QWidget *master, QWidget *detail, const QString &settingsKey, QWidget *parent = nullptr);
    ~MasterDetail() override;

    [[nodiscard]] bool isDetailOpen() const;
    void openDetail();
    void closeDetail();

signals:
    void detailClosed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString settingsKey_;
    int detailWidth_;
};

} // namespace ui

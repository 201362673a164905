module data-team

go 1.19

// Reads the published catalog in its three formats, and finds the same errors in each.
package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
)

const root = "node_modules/@hashkey-errors/schemas/generated/"

type entry struct {
	Name       string `json:"name"`
	Kind       string `json:"kind"`
	Code       string `json:"code"`
	HTTPStatus *int   `json:"httpStatus"`
	Message    string `json:"message"`
	Outcome    string `json:"outcome"`
	Params     map[string]struct {
		Example string `json:"example"`
	} `json:"params"`
}

type definition struct {
	Properties struct {
		Code struct {
			Enum []any `json:"enum"`
		} `json:"code"`
		Msg struct {
			Pattern string `json:"pattern"`
		} `json:"msg"`
	} `json:"properties"`
}

func main() {
	var catalog struct {
		Entries []entry `json:"entries"`
	}
	read("catalog.json", &catalog)
	var schema struct {
		Defs map[string]json.RawMessage `json:"$defs"`
	}
	read("errors.schema.json", &schema)
	rows := readRows("errors.csv")

	placeholder := regexp.MustCompile(`\{(\w+)\}`)
	found := 0
	for _, entry := range catalog.Entries {
		if entry.Kind != "error" {
			continue
		}
		row, ok := rows[entry.Name]
		if !ok || row["code"] != entry.Code || row["message"] != entry.Message || row["outcome"] != entry.Outcome {
			fail("errors.csv has another %s: %v", entry.Name, row)
		}
		var body definition
		if err := json.Unmarshal(schema.Defs[entry.Name], &body); err != nil {
			fail("%s: %v", entry.Name, err)
		}
		if body.Properties.Code.Enum[0] != any(entry.Code) {
			fail("%s has the codes %v", entry.Name, body.Properties.Code.Enum)
		}
		rendered := placeholder.ReplaceAllStringFunc(entry.Message, func(text string) string {
			return entry.Params[text[1:len(text)-1]].Example
		})
		if !regexp.MustCompile(body.Properties.Msg.Pattern).MatchString(rendered) {
			fail("%s: %q does not match %s", entry.Name, rendered, body.Properties.Msg.Pattern)
		}
		found++
	}
	if found != len(rows) {
		fail("%d errors, and %d rows", found, len(rows))
	}
	fmt.Printf("%d errors\n", found)
}

func read(name string, into any) {
	text, err := os.ReadFile(root + name)
	if err == nil {
		err = json.Unmarshal(text, into)
	}
	if err != nil {
		fail("%s: %v", name, err)
	}
}

func readRows(name string) map[string]map[string]string {
	file, err := os.Open(root + name)
	if err != nil {
		fail("%v", err)
	}
	defer file.Close()
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil {
		fail("%s: %v", name, err)
	}
	rows := map[string]map[string]string{}
	for _, line := range lines[1:] {
		row := map[string]string{}
		for column, cell := range line {
			row[lines[0][column]] = cell
		}
		rows[row["name"]] = row
	}
	return rows
}

func fail(format string, values ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", values...)
	os.Exit(1)
}

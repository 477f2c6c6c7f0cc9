-- SPDX-License-Identifier: EUPL-1.2
-- wrk -s ranges.lua URL -- CHUNKS [HEADER VALUE …]: stored chunks of one file, at random; CHUNKS 0 asks for all of it.
local chunk_bytes = 65552
local headers, chunks = {}, 0

function init(arguments)
  chunks = tonumber(arguments[1])
  for at = 2, #arguments, 2 do headers[arguments[at]] = arguments[at + 1] end
  math.randomseed(7)
end

function request()
  if chunks > 0 then
    local first = math.random(0, chunks - 1) * chunk_bytes
    headers["Range"] = "bytes=" .. first .. "-" .. first + chunk_bytes - 1
  end
  return wrk.format("GET", nil, headers)
end
